/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.type.MessageContent;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message with places for values.
 *
 * @param message MessageInfoType of OCPP without id, transaction and times
 */
record DisplayTemplate(String name, String message, Instant changedAt) {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1, Side.STATION);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> GIVEN_LATER =
            List.of("id", "transactionId", "startDateTime", "endDateTime");

    /** A template as somebody wrote it; 400 when no message can be made of it. */
    static DisplayTemplate read(String name, JsonNode message, Instant at) {
        if (!message.isObject()) {
            throw Problem.badRequest("The body is a JSON object");
        }
        GIVEN_LATER.stream()
                .filter(message::has)
                .findFirst()
                .ifPresent(field -> {
                    throw Problem.badRequest(field, "is given when the message is sent");
                });
        DisplayTemplate template = new DisplayTemplate(name, message.toString(), at);
        template.parsed();
        return template;
    }

    /** The names of all values that it needs. */
    SortedSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        texts(parsed()).forEach(text -> names.addAll(Placeholders.names(text.content())));
        return names;
    }

    /** The message with its values; 422 when it cannot be sent with them. */
    MessageInfo fill(Particulars given, Map<String, String> values) {
        MessageInfo plain = parsed();
        List<MessageContent> extra = plain.messageExtra();
        MessageInfo filled =
                new MessageInfo(
                        plain.display(),
                        given.id(),
                        plain.priority(),
                        plain.state(),
                        given.startDateTime(),
                        given.endDateTime(),
                        given.transactionId(),
                        fill(plain.message(), values),
                        extra == null
                                ? null
                                : extra.stream().map(text -> fill(text, values)).toList(),
                        plain.customData());
        try {
            CODEC.writePayload(new SetDisplayMessageRequest(filled, null));
        } catch (OcppException e) {
            throw Problem.unprocessable(e.error().description());
        }
        return filled;
    }

    /** What one message of the template has for itself. */
    record Particulars(
            int id,
            @Nullable String transactionId,
            @Nullable Instant startDateTime,
            @Nullable Instant endDateTime) {}

    private static MessageContent fill(MessageContent text, Map<String, String> values) {
        return new MessageContent(
                text.format(),
                text.language(),
                Placeholders.fill(text.content(), text.format(), values),
                text.customData());
    }

    private static Stream<MessageContent> texts(MessageInfo message) {
        List<MessageContent> extra = message.messageExtra();
        return Stream.concat(
                Stream.of(message.message()), extra == null ? Stream.empty() : extra.stream());
    }

    private MessageInfo parsed() {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("message", ((ObjectNode) JSON.readTree(message)).put("id", 0));
        byte[] payload = whole.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return CODEC.readPayload(SetDisplayMessageRequest.class, payload).message();
        } catch (OcppException e) {
            throw Problem.badRequest("message", e.error().description());
        }
    }
}
