/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.simulator.rpc.OfflineException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides who may charge: asks the CSMS, and its own cache when the CSMS is out of reach. */
final class Authorization {

    /** Tokens are the same when text and type are (C01.FR.25). */
    private record Name(String idToken, String type) {
        static Name of(IdToken token) {
            return new Name(token.idToken(), token.type());
        }
    }

    private final Station station;
    private final Map<Name, IdTokenInfo> cache = new ConcurrentHashMap<>();

    Authorization(Station station) {
        this.station = station;
    }

    static boolean same(@Nullable IdToken one, @Nullable IdToken other) {
        return one != null && other != null && Name.of(one).equals(Name.of(other));
    }

    /** What the token may do here and now (C01, C12, C15). */
    IdTokenInfo ask(IdToken token) {
        if (station.online()) {
            try {
                var info =
                        station.call(new AuthorizeRequest(token, null, null, null)).idTokenInfo();
                learn(token, info);
                return info;
            } catch (OfflineException _) {
                return own(token);
            }
        }
        return own(token);
    }

    /** The station's own decision. */
    private IdTokenInfo own(IdToken token) {
        var known = cache.get(Name.of(token));
        if (known != null && station.model().flag("AuthCtrlr", "LocalAuthorizeOffline")) {
            return known;
        }
        return station.model().flag("AuthCtrlr", "OfflineTxForUnknownIdEnabled")
                ? info(AuthorizationStatusEnum.ACCEPTED)
                : info(AuthorizationStatusEnum.UNKNOWN);
    }

    /** Remembers what the CSMS said about a token (C10). */
    void learn(IdToken token, IdTokenInfo info) {
        if (station.model().flag("AuthCacheCtrlr", "Enabled")) {
            cache.put(Name.of(token), info);
        }
    }

    void forgetAll() {
        cache.clear();
    }

    static IdTokenInfo info(AuthorizationStatusEnum status) {
        return new IdTokenInfo(status, null, null, null, null, null, null, null, null);
    }
}
