/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** How to open a virtual private network. */
public record VPN(
        @Length(max = 2000, max201 = 512) String server,
        @Length(max = 50, max201 = 20) String user,
        @Length(max = 50, max201 = 20) @Nullable String group,
        @Length(max = 64, max201 = 20) String password,
        @Length(max = 255) String key,
        VPNEnum type,
        @Nullable CustomData customData) {}
