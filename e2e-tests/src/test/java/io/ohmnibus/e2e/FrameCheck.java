/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.rpc.LoggedFrame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the official schemas and Part 4 say about the frames that one station got; knows nothing of
 * our codec.
 */
final class FrameCheck {

    /** Part 4, 4.3. */
    private static final Set<String> CODES =
            Set.of(
                    "FormatViolation",
                    "GenericError",
                    "InternalError",
                    "MessageTypeNotSupported",
                    "NotImplemented",
                    "NotSupported",
                    "OccurrenceConstraintViolation",
                    "PropertyConstraintViolation",
                    "ProtocolError",
                    "RpcFrameworkError",
                    "SecurityError",
                    "TypeConstraintViolation");

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_6,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));
    private static final Map<String, Optional<Schema>> SCHEMAS = new ConcurrentHashMap<>();

    private final Station station;
    private final Map<String, String> actions = new HashMap<>();
    private final Set<String> calls = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> errorCodes = new ArrayList<>();

    private FrameCheck(Station station) {
        this.station = station;
    }

    static FrameCheck of(Station station) {
        FrameCheck check = new FrameCheck(station);
        station.frames().forEach(check::look);
        return check;
    }

    /** What is wrong, with the frame. */
    List<String> faults() {
        return faults;
    }

    /** The codes of the CALLERRORs that came. */
    List<String> errorCodes() {
        return errorCodes;
    }

    private void look(LoggedFrame frame) {
        try {
            JsonNode json = MAPPER.readTree(frame.text());
            if (!frame.sent()) {
                judge(frame, json);
            } else if (json.path(0).asInt(0) == 2) {
                actions.put(json.path(1).asString(""), json.path(2).asString(""));
            }
        } catch (JacksonException e) {
            require(frame.sent(), frame, "is no JSON"); // a script may send what it likes
        }
    }

    private void judge(LoggedFrame frame, JsonNode json) {
        String id = json.path(1).asString("");
        require(!id.isEmpty() && id.length() <= 36, frame, "has no message id of 1 to 36"); // 4.1.4
        switch (json.path(0).asInt(0)) {
            case 2 -> {
                require(json.size() == 4, frame, "is no CALL of four elements");
                require(calls.add(id), frame, "has a message id that was used before");
                validate(frame, json.path(2).asString("") + "Request", json.path(3));
            }
            case 3 -> {
                require(json.size() == 3, frame, "is no CALLRESULT of three elements");
                require(actions.containsKey(id), frame, "answers no CALL of the station");
                validate(frame, actions.getOrDefault(id, "") + "Response", json.path(2));
            }
            case 4 -> callError(frame, json);
            default -> require(false, frame, "is of a type that the CSMS does not send");
        }
    }

    private void callError(LoggedFrame frame, JsonNode json) {
        String code = json.path(2).asString("");
        errorCodes.add(code);
        require(CODES.contains(code), frame, "has a code that Part 4 does not know");
        require(
                json.size() == 5
                        && json.path(3).isString()
                        && json.path(3).asString().length() <= 255
                        && json.path(4).isObject(),
                frame,
                "is no CALLERROR with description and details");
    }

    private void validate(LoggedFrame frame, String type, JsonNode payload) {
        schema(type)
                .ifPresentOrElse(
                        schema ->
                                schema.validate(payload)
                                        .forEach(e -> require(false, frame, e.toString())),
                        () -> require(false, frame, type + " is unknown to the version"));
    }

    private Optional<Schema> schema(String type) {
        String folder = station.version() == OcppVersion.V2_1 ? "2.1" : "2.0.1";
        return SCHEMAS.computeIfAbsent(
                "/schemas/" + folder + "/" + type + ".json", FrameCheck::load);
    }

    private static Optional<Schema> load(String path) {
        try (InputStream in = FrameCheck.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(REGISTRY.getSchema(MAPPER.readTree(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void require(boolean fine, LoggedFrame frame, String fault) {
        if (!fine) {
            faults.add(station.id() + ": " + fault + ": " + frame.text());
        }
    }
}
