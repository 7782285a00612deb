/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.type.MessageContent;
import io.ohmnibus.ocpp.type.MessageFormatEnum;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.ocpp.Rules;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be told of a message without the station: pure. What a station supports, it answers. */
final class MessageRules {

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "O01.FR.04",
                            "transactionId names a transaction, or is left out",
                            (message, _) ->
                                    message.transactionId() == null
                                            || !message.transactionId().isBlank()),
                    new Rule(
                            "O01.FR.05",
                            "endDateTime is after startDateTime",
                            (message, _) ->
                                    message.startDateTime() == null
                                            || message.endDateTime() == null
                                            || message.endDateTime()
                                                    .isAfter(message.startDateTime())),
                    new Rule(
                            "O01.FR.07",
                            "endDateTime is in the future: the station would remove it at once",
                            (message, now) ->
                                    message.endDateTime() == null
                                            || message.endDateTime().isAfter(now)),
                    new Rule(
                            "O01.FR.17",
                            "language is a tag of RFC 5646, such as en-US",
                            (message, _) ->
                                    texts(message).allMatch(text -> wellFormed(text.language()))),
                    new Rule(
                            "O01.FR.08",
                            "no two texts have the same language and format: none could be chosen",
                            (message, _) -> distinct(message)),
                    new Rule(
                            "O01.FR.03",
                            "a text of format ASCII has printable 7-bit characters only",
                            (message, _) -> texts(message).allMatch(MessageRules::wellWritten)));

    private MessageRules() {}

    private record Rule(String requirement, String text, Condition holds) {}

    private interface Condition {

        boolean test(MessageInfo message, Instant now);
    }

    /** The rules by a clock. */
    static Rules<SetDisplayMessageRequest> at(Clock clock) {
        Rules<SetDisplayMessageRequest> rules = new Rules<>();
        for (Rule rule : RULES) {
            rules =
                    rules.require(
                            rule.requirement(),
                            rule.text(),
                            request -> rule.holds().test(request.message(), clock.instant()));
        }
        return rules;
    }

    private static Stream<MessageContent> texts(MessageInfo message) {
        List<MessageContent> extra = message.messageExtra();
        return Stream.concat(
                Stream.of(message.message()), extra == null ? Stream.empty() : extra.stream());
    }

    private static boolean wellFormed(@Nullable String tag) {
        if (tag == null) {
            return true;
        }
        try {
            return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException _) {
            return false;
        }
    }

    private static boolean distinct(MessageInfo message) {
        Set<String> seen = new HashSet<>();
        return texts(message)
                .allMatch(text ->
                        seen.add(text.format() + " " + MessageColumns.lower(text.language())));
    }

    private static boolean wellWritten(MessageContent text) {
        return text.format() != MessageFormatEnum.ASCII
                || text.content().chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
