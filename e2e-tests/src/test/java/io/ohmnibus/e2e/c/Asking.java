/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.simulator.Station;

/** What the platform says to a station that asks about a token. */
final class Asking {

    private Asking() {}

    static IdTokenInfo about(Station station, IdToken token) {
        return station.call(new AuthorizeRequest(token, null, null, null)).idTokenInfo();
    }

    static AuthorizationStatusEnum status(Station station, IdToken token) {
        return about(station, token).status();
    }
}
