/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The schemas are somebody else's work, kept byte for byte. */
class SchemasUnchangedTest {

    private static final Path FOLDER = Path.of("src/test/resources/schemas");

    @Test
    void everySchemaHasItsChecksum() throws IOException, NoSuchAlgorithmException {
        var sums = Files.readAllLines(FOLDER.resolve("SHA256SUMS"));
        for (String line : sums) {
            var file = FOLDER.resolve(line.substring(66));
            var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            assertThat(HexFormat.of().formatHex(sum)).as(line).isEqualTo(line.substring(0, 64));
        }
        try (var files = Files.walk(FOLDER)) {
            assertThat(files.filter(f -> f.toString().endsWith(".json"))).hasSameSizeAs(sums);
        }
    }
}
