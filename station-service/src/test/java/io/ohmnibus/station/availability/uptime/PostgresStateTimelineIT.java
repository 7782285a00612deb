/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.availability.uptime.StateTimeline.Part;
import io.ohmnibus.station.availability.uptime.StateTimeline.Segment;
import io.ohmnibus.station.topology.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresStateTimelineIT {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Period DAY = new Period(hour(0), hour(24));

    private final DatabaseClient client;
    private final StateTimeline timeline;

    PostgresStateTimelineIT(TestDatabase database) {
        client = ServiceDatabase.migrate(database, Service.STATION).client();
        timeline = new PostgresStateTimeline(client);
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private void told(StationKey station, Place place, String state, int at, boolean suspect) {
        client.sql(
                        """
                        insert into availability_history (tenant, station_id, evse_id, connector_id,
                            aspect, state, source, reported_at, received_at, clock_suspect, late,
                            message_id, position)
                        values (:tenant, :station, :evse, :connector, 'AvailabilityState', :state,
                            'NotifyEvent', :reported, :received, :suspect, false,
                            cast(random() as text), 0)
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("evse", place.evseId())
                .bind("connector", place.connectorId())
                .bind("state", state)
                .bind("reported", suspect ? Instant.EPOCH : hour(at))
                .bind("received", suspect ? hour(at) : hour(at).plusSeconds(5))
                .bind("suspect", suspect)
                .then()
                .block();
        client.sql(
                        "insert into topology values (:tenant, :station, :evse, :connector, :at) on conflict do nothing")
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("evse", place.evseId())
                .bind("connector", place.connectorId())
                .bind("at", START)
                .then()
                .block();
    }

    private void connected(StationKey station, long epoch, int from, @Nullable Integer to) {
        client.sql(
                        """
                        insert into connection_history (tenant, station_id, connection_id, epoch,
                            revision, gateway, ocpp_version, remote_address, connected_at,
                            disconnected_at)
                        values (:tenant, :station, :id, :epoch, 0, 0, 'ocpp2.1', 'x', :from, %s)
                        """
                                .formatted(to == null ? "null" : "'" + hour(to) + "'"))
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("id", "c" + epoch)
                .bind("epoch", epoch)
                .bind("from", hour(from))
                .then()
                .block();
    }

    private List<Segment> segments(StationKey station, Part part) {
        return Objects.requireNonNull(timeline.segments(station, DAY, part).collectList().block());
    }

    @Test // pain 12, A33
    void aTimeLineGoesByTheTimeAtWhichItWasSo() {
        StationKey station = new StationKey("default", "CS-1");
        Place one = new Place(1, 1);
        Place two = new Place(2, 1);
        told(station, one, "Occupied", -9, false);
        told(station, one, "Available", -5, false);
        told(station, one, "Faulted", 12, false);
        told(station, one, "Faulted", 13, false);
        told(station, one, "Available", 25, false);
        told(station, one, "Occupied", 6, false); // came late
        told(station, two, "Unavailable", 3, true);
        assertThat(segments(station, new Part(null, null, null, 10)))
                .containsExactly(
                        new Segment(1, 1, "Available", hour(0), hour(6)),
                        new Segment(2, 1, "Unavailable", hour(3), hour(24)),
                        new Segment(1, 1, "Occupied", hour(6), hour(12)),
                        new Segment(1, 1, "Faulted", hour(12), hour(24)));
        assertThat(segments(station, new Part(2, 1, null, 10))).hasSize(1);
        assertThat(segments(station, new Part(1, null, null, 1))).hasSize(1);
        Segment second = new Segment(2, 1, "", hour(3), hour(3));
        assertThat(segments(station, new Part(null, null, second, 1)))
                .extracting(Segment::state)
                .containsExactly("Occupied");
        assertThat(timeline.changes(station, DAY, 10).map(StateChange::state).collectList().block())
                .containsExactly("Available", "Unavailable", "Occupied", "Faulted");
    }

    @Test
    void aStationIsConnectedWhenAnyConnectionWas() {
        StationKey station = new StationKey("default", "CS-2");
        connected(station, 1, -9, -5);
        connected(station, 2, -4, 3);
        connected(station, 3, 2, 4);
        connected(station, 4, 6, null); // nobody told its end
        connected(station, 5, 9, 10);
        connected(station, 6, 20, null);
        assertThat(timeline.connected(station, DAY).collectList().block())
                .containsExactly(
                        new Period(hour(0), hour(4)),
                        new Period(hour(6), hour(10)),
                        new Period(hour(20), hour(24)));
    }

    @Test
    void nothingIsKnownOfAStationThatSaidNothing() {
        StationKey station = new StationKey("default", "CS-3");
        assertThat(segments(station, new Part(null, null, null, 10))).isEmpty();
        assertThat(timeline.connected(station, DAY).collectList().block()).isEmpty();
    }
}
