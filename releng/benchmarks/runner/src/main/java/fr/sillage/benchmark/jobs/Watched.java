package fr.sillage.benchmark.jobs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An object of which a method is watched. */
final class Watched {
    private Watched() {}

    /**
     * @param before run before a method of that name
     * @param replaced makes another answer of what a method of that name answers
     */
    static <T> T of(
            Class<T> type, T target, Map<String, Runnable> before, Map<String, UnaryOperator<Object>> replaced) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    before.getOrDefault(method.getName(), () -> {}).run();
                    try {
                        Object answer = method.invoke(target, arguments);
                        return replaced.getOrDefault(method.getName(), UnaryOperator.identity())
                                .apply(answer);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
