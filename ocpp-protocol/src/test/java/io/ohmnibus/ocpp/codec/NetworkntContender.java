/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import com.networknt.schema.Schema;
import io.ohmnibus.ocpp.OcppVersion;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judging by the official schemas themselves: a tree of the frame, no records. */
final class NetworkntContender {

    private static final JsonMapper MAPPER =
            Schemas.MAPPER
                    .rebuild()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private final Schema schema;

    NetworkntContender(Class<?> type, OcppVersion version) {
        var schemas = new Schemas(version);
        this.schema = schemas.compiled(schemas.schema(type));
    }

    JsonNode read(byte[] frame) {
        var payload = MAPPER.readTree(frame).get(3);
        if (!schema.validate(payload).isEmpty()) {
            throw new IllegalArgumentException("not valid");
        }
        return payload;
    }
}
