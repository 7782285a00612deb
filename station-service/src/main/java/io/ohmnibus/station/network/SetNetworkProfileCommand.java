/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network;

import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileResponse;
import io.ohmnibus.ocpp.type.NetworkConnectionProfile;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Clock;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** Gives a station another way to a CSMS; what it would refuse anyway is not sent. */
@UseCase("B09")
final class SetNetworkProfileCommand
        implements PreparingCommandHandler<SetNetworkProfileRequest, SetNetworkProfileResponse> {

    private static final Rules<SetNetworkProfileRequest> RULES =
            new Rules<SetNetworkProfileRequest>()
                    .require(
                            "B09.FR.02",
                            "the address begins with ws:// for security profile 1, wss:// for 2 and 3",
                            request -> fits(request.connectionData()));

    private final NetworkProfiles profiles;
    private final DeviceModel model;
    private final Clock clock;

    SetNetworkProfileCommand(NetworkProfiles profiles, DeviceModel model, Clock clock) {
        this.profiles = profiles;
        this.model = model;
        this.clock = clock;
    }

    @Override
    public Rules<SetNetworkProfileRequest> rules() {
        return RULES;
    }

    @Override
    public Mono<SetNetworkProfileRequest> prepare(
            StationKey station, SetNetworkProfileRequest request) {
        return rules().check(request)
                .delayUntil(r -> KnownNetwork.of(model, station).flatMap(known -> check(r, known)));
    }

    private static boolean fits(NetworkConnectionProfile profile) {
        String url = profile.ocppCsmsUrl().toLowerCase(Locale.ROOT);
        return switch (profile.securityProfile()) {
            case 1 -> url.startsWith("ws://");
            case 2, 3 -> url.startsWith("wss://");
            default -> false;
        };
    }

    private static Mono<Void> check(SetNetworkProfileRequest request, KnownNetwork known) {
        String slot = Integer.toString(request.configurationSlot());
        if (!known.slots().isEmpty() && !known.slots().contains(slot)) {
            return broken("B09.FR.05", "The station has the configuration slots " + known.slots());
        }
        int to = request.connectionData().securityProfile();
        Integer from = known.securityProfile();
        if (from == null || to >= from) {
            return Mono.empty();
        }
        if (!known.downgrade()) {
            return broken("B09.FR.04", "The station does not let its security profile be lowered");
        }
        return from == 3 && to == 2 // B09.FR.31
                ? Mono.empty()
                : broken("B09.FR.32", "A station is not brought back to security profile 1");
    }

    private static Mono<Void> broken(String requirement, String text) {
        return Mono.error(new RuleViolation(requirement, text));
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            SetNetworkProfileRequest request,
            Outcome<SetNetworkProfileResponse> outcome) {
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        answer -> CommandOutcome.answered(answer.status(), answer.statusInfo()));
        NetworkConnectionProfile profile = request.connectionData();
        return profiles.put(
                station,
                new NetworkProfiles.Profile(
                        request.configurationSlot(),
                        profile.ocppCsmsUrl(),
                        profile.securityProfile(),
                        profile.ocppInterface().wireName(),
                        profile.messageTimeout(),
                        profile.identity(),
                        profile.apn() != null,
                        profile.vpn() != null,
                        ended.status(),
                        ended.info(),
                        clock.instant()));
    }
}
