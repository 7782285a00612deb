/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.simulator.rpc.OfflineException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may charge: by the local list, its own cache, and the CSMS, in this order where they
 * are allowed to.
 */
final class Authorization {

    /** Tokens are the same when text, without regard to case, and type are (C01.FR.25). */
    record Name(String idToken, String type) {
        static Name of(IdToken token) {
            return new Name(token.idToken().toLowerCase(Locale.ROOT), token.type());
        }
    }

    /** What the CSMS said, and when. */
    private record Learned(IdTokenInfo info, Instant at) {}

    /** Made by the CSMS for one transaction. */
    static final String CENTRAL = "Central";

    private final Station station;
    private final LocalAuthorizationList list;
    private final Map<Name, Learned> cache = new ConcurrentHashMap<>();

    Authorization(Station station) {
        this.station = station;
        this.list = new LocalAuthorizationList(station);
    }

    LocalAuthorizationList list() {
        return list;
    }

    static boolean same(@Nullable IdToken one, @Nullable IdToken other) {
        return one != null && other != null && Name.of(one).equals(Name.of(other));
    }

    /** What the token may do here and now (C01, C12 to C15). */
    IdTokenInfo ask(IdToken token) {
        if (!station.online()) {
            return own(token);
        }
        var known = known(token);
        if (known != null
                && known.status() == AuthorizationStatusEnum.ACCEPTED
                && station.model().flag("AuthCtrlr", "LocalPreAuthorize")) {
            return known; // C12.FR.02, C14.FR.02
        }
        try {
            var info = station.call(new AuthorizeRequest(token, null, null, null)).idTokenInfo();
            learn(token, info);
            return info;
        } catch (OfflineException _) {
            return own(token);
        }
    }

    /** The station's own decision. */
    private IdTokenInfo own(IdToken token) {
        var known = known(token);
        if (known != null) {
            return station.model().flag("AuthCtrlr", "LocalAuthorizeOffline")
                    ? known
                    : info(AuthorizationStatusEnum.UNKNOWN);
        }
        return station.model().flag("AuthCtrlr", "OfflineTxForUnknownIdEnabled") // C15.FR.08
                ? info(AuthorizationStatusEnum.ACCEPTED)
                : info(AuthorizationStatusEnum.UNKNOWN);
    }

    /** What the list says, before the cache (C13.FR.01). */
    private @Nullable IdTokenInfo known(IdToken token) {
        var listed = list.find(token);
        return listed == null ? cached(token) : listed;
    }

    private @Nullable IdTokenInfo cached(IdToken token) {
        var learned = cache.get(Name.of(token));
        if (learned == null || !station.model().flag("AuthCacheCtrlr", "Enabled")) { // C10.FR.11
            return null;
        }
        var until = learned.info().cacheExpiryDateTime();
        if (until == null) { // C10.FR.08
            until = learned.at().plus(station.model().seconds("AuthCacheCtrlr", "LifeTime"));
        }
        if (until.isAfter(station.now())) {
            return learned.info();
        }
        cache.remove(Name.of(token)); // C10.FR.10, C10.FR.13
        return null;
    }

    /** Remembers what the CSMS said about a token (C10). */
    void learn(IdToken token, IdTokenInfo info) {
        if (station.model().flag("AuthCacheCtrlr", "Enabled")
                && !token.type().equals("NoAuthorization") // C02.FR.03
                && !token.type().equals(CENTRAL)) { // C03.FR.02, C05.FR.02
            cache.put(Name.of(token), new Learned(info, station.now()));
        }
    }

    void forgetAll() {
        cache.clear();
    }

    /** Whether the token belongs to those who may stop everything and start nothing (C16). */
    boolean isMasterPass(IdTokenInfo info) {
        var group = info.groupIdToken();
        var masters = station.model().get("AuthCtrlr", "MasterPassGroupId");
        return group != null && !masters.isEmpty() && masters.equalsIgnoreCase(group.idToken());
    }

    static IdTokenInfo info(AuthorizationStatusEnum status) {
        return new IdTokenInfo(status, null, null, null, null, null, null, null, null);
    }

    /** A token that counts no more; it is not unknown for that. */
    static IdTokenInfo expired(IdTokenInfo info) {
        return new IdTokenInfo(
                AuthorizationStatusEnum.EXPIRED,
                info.cacheExpiryDateTime(),
                null,
                info.groupIdToken(),
                null,
                null,
                null,
                null,
                null);
    }
}
