/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.ClosedIn201;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver identifies with.
 *
 * @param type such as ISO14443, eMAID or Central; open since 2.1
 */
public record IdToken(
        @Items @Nullable List<AdditionalInfo> additionalInfo,
        @Length(max = 255, max201 = 36) String idToken,
        @Length(max = 20)
                @ClosedIn201({
                    "Central",
                    "eMAID",
                    "ISO14443",
                    "ISO15693",
                    "KeyCode",
                    "Local",
                    "MacAddress",
                    "NoAuthorization"
                })
                String type,
        @Nullable CustomData customData) {

    public IdToken {
        additionalInfo = additionalInfo == null ? null : List.copyOf(additionalInfo);
    }
}
