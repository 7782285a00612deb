/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** Where and of what a report is. */
public final class Machine {

    private static final long GIBI = 1L << 30;

    private Machine() {}

    public static String description() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize() / GIBI
                        : 0;
        return "%d processors, %d GiB, %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        memory,
                        System.getProperty("os.arch"),
                        Runtime.version());
    }

    /** The commit that is checked out here; empty when nobody knows. */
    public static String commit() {
        try {
            Process git =
                    new ProcessBuilder("git", "describe", "--always", "--dirty")
                            .redirectErrorStream(false)
                            .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "";
        }
    }
}
