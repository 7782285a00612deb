/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.MessageInfo;
import org.jspecify.annotations.Nullable;

/**
 * Installs a message on a station's display, or replaces the one with the same id (O01, O02, O06).
 */
public record SetDisplayMessageRequest(MessageInfo message, @Nullable CustomData customData)
        implements Request<SetDisplayMessageResponse> {}
