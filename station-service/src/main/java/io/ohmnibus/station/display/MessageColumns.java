/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.command.CommandRequests;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages as columns; what is missing is an empty text. */
final class MessageColumns {

    private static final String WRAPPING = "{\"message\":";
    private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");

    private final List<MessageInfo> messages;

    /** Of several with the same id, the last one counts. */
    MessageColumns(List<MessageInfo> messages) {
        Map<Integer, MessageInfo> lastOfEach = new LinkedHashMap<>();
        messages.forEach(message -> lastOfEach.put(message.id(), message));
        this.messages = List.copyOf(lastOfEach.values());
    }

    Integer[] ids() {
        return messages.stream().map(MessageInfo::id).toArray(Integer[]::new);
    }

    String[] priorities() {
        return texts(message -> message.priority().wireName());
    }

    String[] states() {
        return texts(message -> wireName(message.state()));
    }

    String[] transactions() {
        return texts(message -> lower(message.transactionId()));
    }

    String[] displays() {
        return texts(message -> display(message.display()));
    }

    String[] ends() {
        return texts(message -> time(message.endDateTime()));
    }

    String[] documents() {
        return texts(MessageColumns::json);
    }

    private String[] texts(Function<MessageInfo, String> column) {
        return messages.stream().map(column).toArray(String[]::new);
    }

    /** Names are compared without regard to case. */
    static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String wireName(@Nullable WireEnum value) {
        return value == null ? "" : value.wireName();
    }

    private static String display(@Nullable Component display) {
        if (display == null) {
            return "";
        }
        EVSE evse = display.evse();
        return String.join(
                "/",
                lower(display.name()),
                lower(display.instance()),
                evse == null ? "" : Integer.toString(evse.id()),
                evse == null || evse.connectorId() == null ? "" : evse.connectorId().toString());
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : (time.isBefore(OLDEST) ? OLDEST : time).toString();
    }

    private static String json(MessageInfo message) {
        String text = CommandRequests.write(new SetDisplayMessageRequest(message, null));
        return text.substring(WRAPPING.length(), text.length() - 1);
    }
}
