/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.EventData;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.station.clock.ReportedTime;
import io.ohmnibus.station.store.WireNames;
import io.ohmnibus.station.topology.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds in NotifyEvent what is about availability; names are compared without regard to case. */
final class EventReader {

    private EventReader() {}

    static List<Observation> observations(Station station, NotifyEventRequest request) {
        List<Observation> found = new ArrayList<>();
        for (int i = 0; i < request.eventData().size(); i++) {
            Observation observation = observation(station, request.eventData().get(i), i);
            if (observation != null) {
                found.add(observation);
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable Observation observation(Station station, EventData event, int index) {
        Observation.Aspect aspect = aspect(event);
        String state = aspect == null ? null : state(aspect, event);
        if (aspect == null || state == null) {
            return null;
        }
        ReportedTime time = new ReportedTime(event.timestamp(), station.call().receivedAt());
        Observation.Origin origin =
                new Observation.Origin("NotifyEvent", station.call().messageId(), index, time);
        return new Observation(Place.of(event.component().evse()), aspect, state, origin);
    }

    private static Observation.@Nullable Aspect aspect(EventData event) {
        Place place = Place.of(event.component().evse());
        String variable = lower(event.variable().name());
        return switch (lower(event.component().name())) {
            case "connector" ->
                    availability(variable.equals("availabilitystate") && place.connector());
            case "evse" ->
                    availability(
                            variable.equals("availabilitystate")
                                    && place.evseId() > 0
                                    && !place.connector());
            case "chargingstation" ->
                    availability(
                            variable.equals("availabilitystate") && place.equals(Place.STATION));
            case "connectorplugretentionlock" -> // G05.FR.02
                    variable.equals("problem") ? Observation.Aspect.LOCK_PROBLEM : null;
            default -> null;
        };
    }

    private static Observation.@Nullable Aspect availability(boolean wellPlaced) {
        return wellPlaced ? Observation.Aspect.AVAILABILITY : null;
    }

    /** Null where the value is none that the variable can have: G01.FR.01. */
    private static @Nullable String state(Observation.Aspect aspect, EventData event) {
        if (aspect == Observation.Aspect.LOCK_PROBLEM) {
            boolean problem =
                    event.actualValue().equalsIgnoreCase("true")
                            && !Boolean.TRUE.equals(event.cleared());
            return Boolean.toString(problem);
        }
        ConnectorStatusEnum status = WireNames.find(ConnectorStatusEnum.class, event.actualValue());
        return status == null ? null : status.wireName();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
