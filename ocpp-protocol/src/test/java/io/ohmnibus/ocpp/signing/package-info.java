/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.ohmnibus.ocpp.signing;

import org.jspecify.annotations.NullMarked;
