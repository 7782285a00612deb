/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.display.DisplayMessages;
import io.ohmnibus.station.display.template.DisplayTemplate.Particulars;
import io.ohmnibus.station.registry.RegisteredStation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes messages of templates. */
@Component
final class TemplateMessages {

    private final DisplayTemplates templates;
    private final KnownValues known;
    private final DisplayMessages messages;

    TemplateMessages(DisplayTemplates templates, KnownValues known, DisplayMessages messages) {
        this.templates = templates;
        this.known = known;
        this.messages = messages;
    }

    /**
     * What is wanted.
     *
     * @param id null for one that the station does not have yet
     * @param values what the caller gives; they win over what is known
     */
    record Wanted(
            String template,
            @Nullable Integer id,
            @Nullable String transactionId,
            @Nullable Instant startDateTime,
            @Nullable Instant endDateTime,
            Map<String, String> values) {}

    /** The message for a station; 404 without template, 422 when a value is missing. */
    Mono<MessageInfo> make(RegisteredStation station, Wanted wanted) {
        return templates
                .find(station.key().tenant(), wanted.template())
                .switchIfEmpty(Mono.error(() -> DisplayTemplateResource.none(wanted.template())))
                .flatMap(template -> make(station, wanted, template));
    }

    private Mono<MessageInfo> make(
            RegisteredStation station, Wanted wanted, DisplayTemplate template) {
        Mono<Integer> id =
                wanted.id() == null ? messages.freeId(station.key()) : Mono.just(wanted.id());
        return values(station, wanted, template.names())
                .zipWith(id)
                .map(both ->
                        template.fill(
                                new Particulars(
                                        both.getT2(),
                                        wanted.transactionId(),
                                        wanted.startDateTime(),
                                        wanted.endDateTime()),
                                both.getT1()));
    }

    private Mono<Map<String, String>> values(
            RegisteredStation station, Wanted wanted, SortedSet<String> names) {
        Map<String, String> values = new HashMap<>(wanted.values());
        if (wanted.transactionId() != null) {
            values.putIfAbsent("transaction.id", wanted.transactionId());
        }
        return Flux.fromIterable(names)
                .filter(name -> !values.containsKey(name))
                .concatMap(name -> known.find(station, name).map(value -> Map.entry(name, value)))
                .collectList()
                .map(found -> complete(values, found, names));
    }

    private static Map<String, String> complete(
            Map<String, String> given,
            List<Map.Entry<String, String>> found,
            SortedSet<String> names) {
        Map<String, String> all = new HashMap<>(given);
        found.forEach(one -> all.put(one.getKey(), one.getValue()));
        List<String> missing = names.stream().filter(name -> !all.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(
                    "Nobody gave, and nobody knows, " + String.join(", ", missing));
        }
        return all;
    }
}
