/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The official schemas of one version, and their verdict on messages. */
final class Schemas {

    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final OcppVersion version;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_6,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .failFast(true)
                                            .build()));
    private final Map<Class<?>, JsonNode> nodes = new HashMap<>();
    private final Map<Class<?>, Schema> schemas = new HashMap<>();

    Schemas(OcppVersion version) {
        this.version = version;
    }

    /** Every message class that the version has. */
    List<Class<? extends Message>> messages() {
        var types = new ArrayList<Class<? extends Message>>();
        Arrays.stream(Action.values())
                .filter(action -> action.knownIn(version))
                .forEach(action -> {
                    types.add(action.requestType());
                    var response = action.responseType();
                    if (response != null) {
                        types.add(response);
                    }
                });
        return types;
    }

    JsonNode schema(Class<?> type) {
        return nodes.computeIfAbsent(type, this::load);
    }

    boolean accepts(Class<?> type, JsonNode message) {
        return schemas.computeIfAbsent(type, t -> compiled(schema(t))).validate(message).isEmpty();
    }

    /** Any schema, ready to judge. */
    Schema compiled(JsonNode schema) {
        return registry.getSchema(schema);
    }

    private JsonNode load(Class<?> type) {
        var folder = version == OcppVersion.V2_1 ? "2.1" : "2.0.1";
        var path = "/schemas/" + folder + "/" + type.getSimpleName() + ".json";
        try (var in = Objects.requireNonNull(Schemas.class.getResourceAsStream(path), path)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
