/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import io.ohmnibus.embedded.EmbeddedStartException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells people in one sentence why a command failed; the log has the rest. */
final class PlainFailures implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult arguments) {
        LoggerFactory.getLogger(PlainFailures.class).info("The command failed", failure);
        commandLine.getErr().println(sentence(failure));
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof EmbeddedStartException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof EmbeddedStartException
                ? String.valueOf(cause.getMessage())
                : "Ohmnibus stopped: " + cause;
    }
}
