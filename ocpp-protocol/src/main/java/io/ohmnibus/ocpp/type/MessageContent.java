/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** A text for people, in a format and a language. */
public record MessageContent(
        MessageFormatEnum format,
        @Length(max = 8) @Nullable String language,
        @Length(max = 1024, max201 = 512) String content,
        @Nullable CustomData customData) {}
