package fr.sillage.benchmark.imports;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the process has used of the processors, with its native code: other work on the machine does not count. */
final class Processor {
    private Processor() {}

    static double seconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }
}
