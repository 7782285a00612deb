/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** The payload of a frame: a {@link Request}, a {@link Response} or what a SEND carries. */
public interface Message {

    /** What a vendor adds beyond the specification. */
    @Nullable CustomData customData();
}
