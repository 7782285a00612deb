/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.ocpp.type.IdToken;
import java.util.Locale;

/**
 * What identifies a token: its type and its id, the id without regard to case. Additional
 * information does not count (C01.FR.25).
 *
 * @param key the id in lower case
 */
public record TokenKey(String tenant, String type, String key) {

    public static TokenKey of(String tenant, String type, String idToken) {
        return new TokenKey(tenant, type, idToken.toLowerCase(Locale.ROOT));
    }

    public static TokenKey of(String tenant, IdToken idToken) {
        return of(tenant, idToken.type(), idToken.idToken());
    }

    /** False for what no token can be: an empty id, or one that no database holds (A35). */
    public boolean storable() {
        return !key.isEmpty() && key.indexOf('\0') < 0 && type.indexOf('\0') < 0;
    }

    /** Key codes are secrets (C04.FR.04), so no id shows up in logs. */
    @Override
    public String toString() {
        return tenant + "/" + type + "/...";
    }
}
