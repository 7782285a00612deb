/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * SetVariables as far as this service sends it: each concern of its outcome is a {@link
 * io.ohmnibus.auth.variable.SetVariablesStep}.
 */
@NullMarked
package io.ohmnibus.auth.variable;

import org.jspecify.annotations.NullMarked;
