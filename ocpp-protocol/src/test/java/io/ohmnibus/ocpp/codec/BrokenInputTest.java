/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever bytes arrive, the codec answers with a frame or with its own exception. */
class BrokenInputTest {

    private static final int FRAMES = Integer.getInteger("ohmnibus.broken-frames", 8_000);
    private static final String[] SNIPPETS = {
        "null",
        "[",
        "]",
        "{",
        "}",
        "\"",
        ",",
        ":",
        "\\",
        "\\u",
        "\\ud800",
        "1e9999999999",
        "-",
        "0",
        "-0.0e-99",
        "\"a\":1,",
        "\uD83D\uDE00",
        "\uFEFF",
        "true",
        "\u0000",
        "9".repeat(120),
        "[[[["
    };

    @ParameterizedTest
    @EnumSource
    void brokenFramesNeverBreakTheCodec(OcppVersion version) {
        var random = new Random(20_251_124);
        var messages = new GeneratedMessages(random.nextLong(), false);
        var schemas = new Schemas(version);
        var codec = OcppCodec.of(version);
        var actions =
                Arrays.stream(Action.values())
                        .filter(a -> a.knownIn(version) && codec.side().receives(a))
                        .toArray(Action[]::new);
        int refused = 0;
        for (int i = 0; i < FRAMES; i++) {
            var action = actions[random.nextInt(actions.length)];
            var payload = messages.message(schemas.schema(action.requestType()));
            var frame = "[2,\"id\",\"" + action.wireName() + "\"," + payload + "]";
            refused += isRefused(codec, broken(frame.getBytes(UTF_8), random)) ? 1 : 0;
        }
        assertThat(refused).isBetween(FRAMES / 2, FRAMES);
    }

    private static boolean isRefused(OcppCodec codec, byte[] frame) {
        try {
            assertThat(codec.readFrame(frame)).isNotNull();
            return false;
        } catch (FrameException e) {
            assertThat(e.error().description()).hasSizeLessThanOrEqualTo(255);
            return true;
        }
    }

    private static byte[] broken(byte[] frame, Random random) {
        int at = random.nextInt(frame.length);
        var broken = new ByteArrayOutputStream();
        broken.write(frame, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> {} // cut off
            case 1 -> {
                broken.write(random.nextInt());
                broken.write(frame, at + 1, frame.length - at - 1);
            }
            case 2 -> broken.write(frame, at + 1, frame.length - at - 1);
            case 3 -> {
                int from = random.nextInt(frame.length);
                broken.write(frame, from, frame.length - from);
            }
            default -> {
                broken.writeBytes(SNIPPETS[random.nextInt(SNIPPETS.length)].getBytes(UTF_8));
                broken.write(frame, at, frame.length - at);
            }
        }
        return broken.toByteArray();
    }
}
