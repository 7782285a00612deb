/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.ohmnibus.ocpp.codec;

import org.jspecify.annotations.NullMarked;
