/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.ocpp.type.MessageContent;
import io.ohmnibus.ocpp.type.MessageFormatEnum;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages for tests. */
public final class Texts {

    private Texts() {}

    public static MessageInfo message(int id) {
        return message(id, MessagePriorityEnum.NORMAL_CYCLE, null);
    }

    public static MessageInfo message(
            int id, MessagePriorityEnum priority, @Nullable String transactionId) {
        return new MessageInfo(
                null, id, priority, null, null, null, transactionId, text("en"), null, null);
    }

    static MessageInfo lasting(int id, @Nullable Instant from, @Nullable Instant until) {
        return new MessageInfo(
                null,
                id,
                MessagePriorityEnum.IN_FRONT,
                null,
                from,
                until,
                null,
                text("en"),
                null,
                null);
    }

    static MessageInfo inLanguages(String first, String... others) {
        return new MessageInfo(
                null,
                1,
                MessagePriorityEnum.IN_FRONT,
                null,
                null,
                null,
                null,
                text(first),
                List.of(others).stream().map(Texts::text).toList(),
                null);
    }

    private static MessageContent text(String language) {
        return new MessageContent(MessageFormatEnum.UTF8, language, "Hello", null);
    }
}
