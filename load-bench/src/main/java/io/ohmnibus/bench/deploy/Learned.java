/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/**
 * What JVMs learned in a rehearsal, as classes that are linked and profiles of methods (the JVM's
 * AOT cache). It lies beside the unpacked bench and goes with the next build.
 */
enum Learned {
    /** Each JVM begins with nothing, as after a first deployment without a rehearsal. */
    NOTHING,
    /** Each JVM writes down what it learns, when it ends in order. */
    NOW,
    /** Each JVM begins with what is written down. */
    BEFORE;

    /** By itself, or after SIGTERM. */
    private static final Set<Integer> IN_ORDER = Set.of(0, 143);

    List<String> options(String application) {
        return switch (this) {
            case NOTHING -> List.of();
            case NOW -> List.of("-XX:AOTCacheOutput=" + unfinished(application));
            case BEFORE ->
                    List.of(
                            "-XX:AOTCache=" + file(application),
                            "-Xlog:disable",
                            "-Xlog:all=error:stderr");
        };
    }

    /** Whether there is something for each of them. */
    static boolean isThere(Iterable<String> applications) {
        for (String application : applications) {
            if (!Files.isRegularFile(file(application))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The JVM of that application ended with that status. Only what one wrote down that ended in
     * order is kept: a file that is written half would count as done.
     */
    void ended(String application, int status) {
        Path written = unfinished(application);
        if (this != NOW || !IN_ORDER.contains(status) || !Files.isRegularFile(written)) {
            return;
        }
        try {
            Files.move(written, file(application), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unfinished(String application) {
        return file(application + ".new");
    }

    private static Path file(String application) {
        return Unpacked.beside(application + ".aot");
    }
}
