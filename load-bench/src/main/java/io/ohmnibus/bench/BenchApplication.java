/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench;

import picocli.CommandLine;

/** The command behind {@code ./run bench}. */
public final class BenchApplication {

    private BenchApplication() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand()).execute(args));
    }
}
