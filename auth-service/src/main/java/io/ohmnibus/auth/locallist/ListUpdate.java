/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.auth.authorization.Authorization;
import io.ohmnibus.auth.authorization.Authorization.Occasion;
import io.ohmnibus.auth.locallist.ListEntries.Difference;
import io.ohmnibus.auth.locallist.ListLimits.Limit;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.UpdateEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the next part of what a station is to be sent. */
@Component
final class ListUpdate {

    private static final int MOST = Integer.MAX_VALUE - 1;

    private final ListEntries entries;
    private final Tokens tokens;

    ListUpdate(ListEntries entries, Tokens tokens) {
        this.entries = entries;
        this.tokens = tokens;
    }

    /** The first part of the whole list; without entries when the station should have none. */
    Mono<SendLocalListRequest> full(LocalList list, Instant now) {
        Limit limit = list.limit();
        StationKey station = list.station();
        return entries.wanted(station, now, limit.items())
                .collectList()
                .flatMap(wanted -> data(station, wanted, now))
                .map(some -> fitting(some, list.nextVersion(), UpdateEnum.FULL, limit));
    }

    /** How many entries the whole list would have; at most one more than there may be. */
    Mono<Long> count(LocalList list, Instant now, int most) {
        return entries.count(list.station(), now, Math.addExact(Math.min(most, MOST), 1));
    }

    /** The first part of what is different, or empty. */
    Mono<SendLocalListRequest> differential(LocalList list, Instant now) {
        Limit limit = list.limit();
        StationKey station = list.station();
        return entries.differences(station, now, limit.items())
                .collectList()
                .filter(differences -> !differences.isEmpty())
                .flatMap(differences -> data(station, differences, now))
                .map(some -> fitting(some, list.nextVersion(), UpdateEnum.DIFFERENTIAL, limit));
    }

    private Mono<List<AuthorizationData>> data(
            StationKey station, List<Difference> differences, Instant now) {
        List<TokenKey> keys =
                differences.stream()
                        .filter(one -> one.removed() == null)
                        .map(one -> new TokenKey(station.tenant(), one.type(), one.tokenKey()))
                        .toList();
        Mono<Map<TokenKey, Token>> found = keys.isEmpty() ? Mono.just(Map.of()) : tokens.find(keys);
        Occasion occasion = new Occasion(station.stationId(), null, now);
        return found.map(known -> {
            List<AuthorizationData> data = new ArrayList<>(differences.size());
            for (Difference one : differences) {
                String removed = one.removed();
                Token token = known.get(new TokenKey(station.tenant(), one.type(), one.tokenKey()));
                if (removed != null) { // D01.FR.17
                    data.add(
                            new AuthorizationData(
                                    new IdToken(null, removed, one.type(), null), null, null));
                } else if (token != null) { // D01.FR.16
                    IdToken idToken = new IdToken(null, token.idToken(), token.type(), null);
                    data.add(
                            new AuthorizationData(
                                    idToken,
                                    Authorization.decide(idToken, token, occasion).info(),
                                    null));
                }
            }
            return data;
        });
    }

    /** As many of the entries as the station takes in one message (D01.FR.11). */
    private static SendLocalListRequest fitting(
            List<AuthorizationData> data, int version, UpdateEnum type, Limit limit) {
        int most = data.size();
        SendLocalListRequest request = request(data, version, type);
        while (most > 1 && !limit.allows(request)) {
            most = most / 2;
            request = request(data.subList(0, most), version, type);
        }
        return request;
    }

    private static SendLocalListRequest request(
            List<AuthorizationData> data, int version, UpdateEnum type) {
        return new SendLocalListRequest(
                data.isEmpty() ? null : data, version, type, null); // D01.FR.04
    }
}
