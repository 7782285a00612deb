/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.RequiredIn;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/**
 * How a station reaches a CSMS: address, security profile, interface.
 *
 * @param messageTimeout seconds until a message counts as unanswered
 * @param ocppCsmsUrl without the station's identity, which is appended
 */
public record NetworkConnectionProfile(
        @Nullable APN apn,
        @RequiredIn(OcppVersion.V2_0_1) @Nullable OCPPVersionEnum ocppVersion,
        OCPPInterfaceEnum ocppInterface,
        OCPPTransportEnum ocppTransport,
        int messageTimeout,
        @Length(max = 2000, max201 = 512) String ocppCsmsUrl,
        @Range(min = 0, since = OcppVersion.V2_1) int securityProfile,
        @Since(OcppVersion.V2_1) @Length(max = 48) @Nullable String identity,
        @Since(OcppVersion.V2_1) @Length(max = 64) @Nullable String basicAuthPassword,
        @Nullable VPN vpn,
        @Nullable CustomData customData) {}
