/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.StationProperties;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.RegisteredStation;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How stations are answered: by their own policy, else by that of their model, else by that of
 * their tenant. A plain Accepted, without an interval, is no policy of their own.
 */
@Component
final class BootPolicies {

    private final BootConfigurations configurations;
    private final StationProperties.Boot defaults;

    BootPolicies(BootConfigurations configurations, StationProperties properties) {
        this.configurations = configurations;
        this.defaults = properties.boot();
    }

    /** The stations with the policies that count for them, by the models that they say they are. */
    Mono<Map<StationKey, RegisteredStation>> decide(
            Map<StationKey, RegisteredStation> stations, Map<StationKey, String> models) {
        Set<String> tenants =
                stations.keySet().stream().map(StationKey::tenant).collect(Collectors.toSet());
        return configurations
                .of(tenants)
                .collectList()
                .flatMap(all ->
                        all.isEmpty() ? Mono.just(stations) : decide(stations, models, byKey(all)));
    }

    private record Key(String tenant, @Nullable String model) {}

    private static Map<Key, BootConfiguration> byKey(Collection<BootConfiguration> all) {
        Map<Key, BootConfiguration> byKey = new HashMap<>();
        all.forEach(one -> byKey.put(new Key(one.tenant(), one.model()), one));
        return byKey;
    }

    private Mono<Map<StationKey, RegisteredStation>> decide(
            Map<StationKey, RegisteredStation> stations,
            Map<StationKey, String> models,
            Map<Key, BootConfiguration> configured) {
        Map<StationKey, RegisteredStation> decided = new LinkedHashMap<>(stations);
        Set<StationKey> untilProvisioned = new HashSet<>();
        stations.forEach((key, station) -> {
            BootConfiguration own = configured.get(new Key(key.tenant(), models.get(key)));
            BootConfiguration counts =
                    own == null
                            ? configured.get(new Key(key.tenant(), BootConfiguration.ALL_MODELS))
                            : own;
            if (counts != null && station.policy().equals(BootPolicy.ACCEPT)) {
                decided.put(key, station.withPolicy(counts.policy()));
                if (counts.untilProvisioned()) {
                    untilProvisioned.add(key);
                }
            }
        });
        return untilProvisioned.isEmpty()
                ? Mono.just(decided)
                : configurations
                        .provisioned(untilProvisioned)
                        .doOnNext(key ->
                                decided.computeIfPresent(
                                        key, (_, station) -> station.withPolicy(BootPolicy.ACCEPT)))
                        .then(Mono.just(decided));
    }

    /** Above 0 also when not accepted, so that stations need not choose: B02.FR.08, B03.FR.06. */
    Duration interval(BootPolicy policy) {
        Duration own = policy.interval();
        if (own != null) {
            return own;
        }
        return policy.status() == RegistrationStatusEnum.ACCEPTED
                ? defaults.heartbeatInterval()
                : defaults.retryInterval();
    }

    /** For a station that is not registered. */
    Duration retryInterval() {
        return defaults.retryInterval();
    }
}
