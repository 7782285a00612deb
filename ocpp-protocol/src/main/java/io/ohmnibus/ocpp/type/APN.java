/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/**
 * How to dial in to a cellular network.
 *
 * @param simPin the PIN of the SIM card
 * @param preferredNetwork mobile country code and network code, concatenated
 */
public record APN(
        @Length(max = 2000, max201 = 512) String apn,
        @Length(max = 50, max201 = 20) @Nullable String apnUserName,
        @Length(max = 64, max201 = 20) @Nullable String apnPassword,
        @Nullable Integer simPin,
        @Length(max = 6) @Nullable String preferredNetwork,
        @Nullable Boolean useOnlyPreferredNetwork,
        APNAuthenticationEnum apnAuthentication,
        @Nullable CustomData customData) {}
