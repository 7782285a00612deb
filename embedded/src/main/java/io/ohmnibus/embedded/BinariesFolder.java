/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where PostgreSQL's programs are unpacked, once per user: the temporary folder may be another
 * user's.
 */
final class BinariesFolder {

    private BinariesFolder() {}

    static Path find() throws IOException {
        var caches =
                List.of(
                        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                                .filter(path -> !path.isBlank())
                                .map(Path::of)
                                .orElse(Path.of(System.getProperty("user.home"), ".cache")),
                        Path.of(System.getProperty("java.io.tmpdir")));
        IOException last = new IOException("no folder for PostgreSQL's programs");
        for (var cache : caches) {
            var folder = cache.resolve("ohmnibus-" + System.getProperty("user.name"));
            try {
                Files.createDirectories(folder);
                if (Files.isWritable(folder)) {
                    return folder;
                }
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }
}
