/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds of the fuzzer, and what it once found, as a regression. */
class CodecFuzzerTest {

    private static final Path SEEDS = Path.of("src/test/resources/fuzz");

    @Test
    void seedsHarmNothing() throws IOException {
        try (var files = Files.list(SEEDS)) {
            var seeds = files.sorted().toList();
            assertThat(seeds).hasSizeGreaterThan(10);
            for (Path seed : seeds) {
                CodecFuzzer.fuzzerTestOneInput(Files.readAllBytes(seed));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void messagesOfEveryActionHarmNothing(OcppVersion version) {
        var schemas = new Schemas(version);
        var messages = new GeneratedMessages(20_251_126, false);
        for (var action : Action.values()) {
            if (action.knownIn(version)) {
                var payload = messages.message(schemas.schema(action.requestType()));
                var frame = "[2,\"id\",\"" + action.wireName() + "\"," + payload + "]";
                CodecFuzzer.fuzzerTestOneInput(frame.getBytes(UTF_8));
            }
        }
    }
}
