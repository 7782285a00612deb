/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import picocli.CommandLine;

/** The command behind {@code ./run}. */
public final class AllInOneApplication {

    private AllInOneApplication() {}

    public static void main(String[] args) {
        // Each context would set logging up anew for the whole JVM; logback.xml does it once.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("ohmnibus.log", dataFolder(args) + "/ohmnibus.log");
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** The log's place must be known before the first logger is; picocli comes too late for it. */
    private static String dataFolder(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--data=")) {
                return args[i].substring("--data=".length());
            }
            if (args[i].equals("--data") && i + 1 < args.length) {
                return args[i + 1];
            }
        }
        return PlatformOptions.DATA;
    }

    static CommandLine commandLine() {
        return new CommandLine(new RunCommand())
                .setExecutionExceptionHandler(new PlainFailures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
