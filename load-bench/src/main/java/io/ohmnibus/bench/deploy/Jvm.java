/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * What a JVM on this machine says of itself. It need not be started in a special way: its own
 * management agent is asked to listen on the loopback address when it is first needed.
 */
final class Jvm {

    /** A JVM that ends is no news. */
    private static final Map<String, ?> NO_CHECKS =
            Map.of("jmx.remote.x.client.connection.check.period", 0L);

    private static final Map<Long, Jvm> KNOWN = new ConcurrentHashMap<>();

    /** Number, instances, bytes and class. */
    private static final Pattern HISTOGRAM = Pattern.compile(" *\\d+: +\\d+ +(\\d+) +(\\S+).*");

    private final ThreadMXBean threads;

    private Jvm(ThreadMXBean threads) {
        this.threads = threads;
    }

    /** Bytes that all its threads have ever allocated on the heap, of those that ended, too. */
    static long allocated(long pid) {
        return KNOWN.computeIfAbsent(pid, Jvm::attach).threads.getTotalThreadAllocatedBytes();
    }

    @SuppressWarnings("BanJNDI") // the address comes from a process of ours on this machine
    private static Jvm attach(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                var url = new JMXServiceURL(machine.startLocalManagementAgent());
                return new Jvm(
                        ManagementFactory.newPlatformMXBeanProxy(
                                JMXConnectorFactory.connect(url, NO_CHECKS)
                                        .getMBeanServerConnection(),
                                ManagementFactory.THREAD_MXBEAN_NAME,
                                ThreadMXBean.class));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of live objects by class, after a full collection. */
    static Map<String, Long> liveObjects(long pid) {
        Map<String, Long> bytes = new HashMap<>();
        histogram(pid)
                .lines()
                .map(HISTOGRAM::matcher)
                .filter(Matcher::matches)
                .forEach(
                        line -> bytes.merge(line.group(2), Long.valueOf(line.group(1)), Long::sum));
        return bytes;
    }

    private static String histogram(long pid) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process =
                    new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                            .redirectErrorStream(true)
                            .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
