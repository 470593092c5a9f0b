package fr.sillage.shutdown.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.launch.Framework;

/** The process ends only after the bundles have stopped. */
class OrderlyStopTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void stopsTheFrameworkAndWaitsForIt() {
        Framework framework = framework((proxy, method, arguments) -> {
            calls.add(call(method.getName(), arguments));
            return null;
        });
        new OrderlyStop(framework, Duration.ofSeconds(3)).run();
        assertEquals(List.of("stop", "waitForStop 3000"), calls);
    }

    @Test
    void keepsTheInterruptionOfTheThread() {
        Framework framework = framework((proxy, method, arguments) -> {
            if (method.getName().equals("waitForStop")) {
                throw new InterruptedException();
            }
            return null;
        });
        new OrderlyStop(framework, Duration.ofSeconds(3)).run();
        assertTrue(Thread.interrupted());
    }

    private static String call(String name, Object[] arguments) {
        return arguments == null ? name : name + " " + arguments[0];
    }

    private static Framework framework(InvocationHandler handler) {
        return (Framework) Proxy.newProxyInstance(
                OrderlyStopTest.class.getClassLoader(), new Class<?>[] {Framework.class}, handler);
    }
}
