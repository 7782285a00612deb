/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a station reaches a CSMS, as far as it has told and was told. */
@RestController
final class NetworkResource {

    private final StationLookup stations;
    private final DeviceModel model;
    private final NetworkProfiles profiles;

    NetworkResource(StationLookup stations, DeviceModel model, NetworkProfiles profiles) {
        this.stations = stations;
        this.model = model;
        this.profiles = profiles;
    }

    /**
     * The ways of a station.
     *
     * @param slots the configuration slots that it has
     * @param priority the slots that it uses, in this order
     * @param active the slot of its connection
     * @param profiles what it was given: the accepted one of each slot, and a newer one that it did
     *     not take
     */
    record Network(
            List<String> slots,
            List<String> priority,
            @Nullable String active,
            List<NetworkProfiles.Profile> profiles) {}

    @Operation(summary = "The ways to CSMSs that a station has, as far as they are known")
    @GetMapping("/stations/{stationId}/network")
    @RequiresPermission("stations:read")
    Mono<Network> network(Caller caller, @PathVariable String stationId) {
        return stations.key(caller, stationId)
                .flatMap(key ->
                        Mono.zip(
                                KnownNetwork.of(model, key),
                                profiles.of(key).collectList(),
                                (known, given) ->
                                        new Network(
                                                known.slots(),
                                                known.priority(),
                                                known.active(),
                                                given)));
    }
}
