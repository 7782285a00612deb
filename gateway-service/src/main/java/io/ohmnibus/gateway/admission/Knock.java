/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import io.ohmnibus.gateway.tls.StationCertificate;
import io.ohmnibus.platform.ocpp.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who says that it is a station and wants to come in.
 *
 * @param station who it says it is
 * @param profile of the port that it came to
 * @param network that it comes from, as {@link Network} tells it
 * @param authorization the header of that name
 * @param certificate what it proved to own
 */
public record Knock(
        StationKey station,
        SecurityProfile profile,
        String network,
        @Nullable String authorization,
        @Nullable StationCertificate certificate) {}
