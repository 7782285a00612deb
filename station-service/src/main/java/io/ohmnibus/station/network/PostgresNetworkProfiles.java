/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network;

import static io.ohmnibus.station.store.Columns.nullable;

import io.ohmnibus.platform.ocpp.StationKey;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresNetworkProfiles implements NetworkProfiles {

    private static final String OF_SLOT =
            "where tenant = :tenant and station_id = :station and slot = :slot";

    private final DatabaseClient database;

    PostgresNetworkProfiles(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(StationKey station, Profile profile) {
        return database.sql(
                        "delete from network_profiles "
                                + OF_SLOT
                                + " and (not accepted or :accepted)")
                .bind("accepted", profile.accepted())
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("slot", profile.slot())
                .then()
                .then(Mono.defer(() -> insert(station, profile)));
    }

    private Mono<Void> insert(StationKey station, Profile profile) {
        return database.sql(
                        """
                        insert into network_profiles (tenant, station_id, slot, accepted, url,
                            security_profile, ocpp_interface, message_timeout, identity, apn, vpn,
                            outcome, outcome_info, at)
                        values (:tenant, :station, :slot, :accepted, :url, :profile, :interface,
                            :timeout, :identity, :apn, :vpn, :outcome, :info, :at)
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("slot", profile.slot())
                .bind("accepted", profile.accepted())
                .bind("url", profile.url())
                .bind("profile", profile.securityProfile())
                .bind("interface", profile.ocppInterface())
                .bind("timeout", profile.messageTimeout())
                .bind("identity", nullable(profile.identity(), String.class))
                .bind("apn", profile.apn())
                .bind("vpn", profile.vpn())
                .bind("outcome", profile.outcome())
                .bind("info", nullable(profile.outcomeInfo(), String.class))
                .bind("at", profile.at())
                .then();
    }

    @Override
    public Flux<Profile> of(StationKey station) {
        return database.sql(
                        """
                        select * from network_profiles
                        where tenant = :tenant and station_id = :station
                        order by slot, at desc
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .mapProperties(Profile.class)
                .all();
    }
}
