/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.journal;

import io.ohmnibus.contracts.gateway.JournalEntry;
import io.ohmnibus.contracts.gateway.JournalEntry.Direction;
import io.ohmnibus.contracts.station.JournalSwitch;
import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.codec.Deviation;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes frames down for the stations that somebody looks at. */
@Component
public final class Journal {

    private static final int LONGEST = 64 * 1024;
    private static final int MESSAGE_ID = 36;
    private static final String UNREADABLE = "unreadable";
    private static final Map<Integer, String> MESSAGE_TYPES =
            Map.of(2, "CALL", 3, "CALLRESULT", 4, "CALLERROR", 5, "CALLRESULTERROR", 6, "SEND");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Bus bus;
    private final CompactedTable<JournalSwitch> switches;
    private final GatewayMetrics metrics;
    private final Mask mask;
    private final Clock clock;

    Journal(
            Bus bus,
            CompactedTable<JournalSwitch> switches,
            GatewayMetrics metrics,
            JournalProperties properties,
            Clock clock) {
        this.bus = bus;
        this.switches = switches;
        this.metrics = metrics;
        this.mask = new Mask(properties);
        this.clock = clock;
    }

    /** Whether somebody wants to see the frames of that station. */
    public boolean isOnFor(StationKey station) {
        return switches.get(station)
                .map(wanted -> wanted.until().isAfter(clock.instant()))
                .orElse(false);
    }

    /** Writes down what the station sent. */
    public void received(
            Link link, byte[] frame, @Nullable Action action, List<Deviation> deviations) {
        List<String> places =
                deviations.stream()
                        .map(deviation -> deviation.tolerated() + " " + deviation.path())
                        .toList();
        write(link, entry(link, Direction.FROM_STATION, frame, action, places));
    }

    /** Writes down what the station is sent. */
    public void sent(Link link, byte[] frame, @Nullable Action action) {
        write(link, entry(link, Direction.TO_STATION, frame, action, List.of()));
    }

    private void write(Link link, JournalEntry entry) {
        bus.offer(
                BusRecord.keyed(
                        Topics.JOURNAL, link.station().toString(), BusJson.write(entry), Map.of()),
                () -> metrics.lost("journal"));
    }

    private JournalEntry entry(
            Link link,
            Direction direction,
            byte[] frame,
            @Nullable Action action,
            List<String> deviations) {
        JsonNode json = json(frame);
        return new JournalEntry(
                UUID.randomUUID().toString(),
                clock.instant(),
                direction,
                link.id(),
                messageType(json.path(0)),
                text(json.path(1), MESSAGE_ID),
                action == null ? null : action.wireName(),
                content(json, frame),
                deviations);
    }

    private static @Nullable String text(JsonNode node, int length) {
        return node.isString() ? shortened(node.stringValue(), length) : null;
    }

    private static JsonNode json(byte[] frame) {
        try {
            return JSON.readTree(frame);
        } catch (JacksonException _) {
            return JSON.missingNode();
        }
    }

    private static String messageType(JsonNode number) {
        return number.isInt()
                ? MESSAGE_TYPES.getOrDefault(number.intValue(), "unknown")
                : UNREADABLE;
    }

    private String content(JsonNode json, byte[] frame) {
        if (!json.isArray()) {
            return UNREADABLE + ", " + frame.length + " bytes";
        }
        mask.apply(json);
        return shortened(JSON.writeValueAsString(json), LONGEST);
    }

    private static String shortened(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
