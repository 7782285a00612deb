/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An installed tariff and what it is for. */
@Since(OcppVersion.V2_1)
public record TariffAssignment(
        @Length(max = 60) String tariffId,
        TariffKindEnum tariffKind,
        @Nullable Instant validFrom,
        @Items @Range(min = 0) @Nullable List<Integer> evseIds,
        @Items @Length(max = 255) @Nullable List<String> idTokens,
        @Nullable CustomData customData) {

    public TariffAssignment {
        evseIds = evseIds == null ? null : List.copyOf(evseIds);
        idTokens = idTokens == null ? null : List.copyOf(idTokens);
    }
}
