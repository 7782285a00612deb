/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** The JSON that is read and written here, and the limits that no input gets round. */
final class Json {

    static final int MAX_BYTES = 4 << 20;
    static final int MAX_DEPTH = 64;
    static final int MAX_STRING_LENGTH = 1 << 20;
    static final int MAX_NAME_LENGTH = 256;
    static final int MAX_NUMBER_LENGTH = 100;

    /** What a message usually fits in. */
    static final int TYPICAL_SIZE = 256;

    static final int MAX_TOKENS = 500_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxDocumentLength(MAX_BYTES)
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_STRING_LENGTH)
                                    .maxNameLength(MAX_NAME_LENGTH)
                                    .maxNumberLength(MAX_NUMBER_LENGTH)
                                    .maxTokenCount(MAX_TOKENS)
                                    .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build();

    private Json() {}

    /**
     * A parser over bytes that {@link Utf8} has found to be UTF-8.
     *
     * @throws Violation when they are not, or are too many
     */
    static JsonParser parser(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            throw Violation.format("expected at most " + MAX_BYTES + " bytes");
        }
        Utf8.check(utf8);
        return FACTORY.createParser(ObjectReadContext.empty(), utf8, 0, utf8.length);
    }

    static byte[] write(int expectedSize, Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream(expectedSize);
        try (var json =
                FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            content.accept(json);
        }
        return bytes.toByteArray();
    }

    /** What the parser's complaint means for the message; its own text may quote the input. */
    static Violation violation(JacksonException e) {
        return switch (e) {
            case UnexpectedEndOfInputException end -> Violation.truncation();
            case StreamConstraintsException limit ->
                    Violation.format("exceeds a limit on depth, size or digits");
            default -> Violation.format("expected well-formed JSON");
        };
    }
}
