// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace kessai {

/// The error half of a Result; lets `return fail(e);` work for every value type.
template <class E>
struct Fail final {
    E error;
};
template <class E>
Fail<std::decay_t<E>> fail(E &&error)
{
    return {std::forward<E>(error)};
}
inline Fail<Error> fail(ErrorCode code, QString detail = {})
{
    return {Error{code, std::move(detail), std::nullopt}};
}

/// Either a value or an error, never neither; ignoring it is a compiler warning.
template <class T = void, class E = Error>
class [[nodiscard]] Result final {
    using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

public:
    using Value = T;

    Result() requires std::is_void_v<T> : m_state(std::in_place_index<0>) {}
    template <class U = Stored>
    requires(
        !std::is_void_v<
            T> && std::is_constructible_v<Stored, U &&> && !std::is_same_v<std::remove_cvref_t<U>, Result> && !std::is_same_v<std::remove_cvref_t<U>, Fail<E>>)
        Result(U &&value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {
    }
    Result(Fail<E> failure) : m_state(std::in_place_index<1>, std::move(failure.error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const Stored &value() const &requires(!std::is_void_v<T>) { return std::get<0>(m_state); }
    Stored &value() & requires(!std::is_void_v<T>) { return std::get<0>(m_state); }
    Stored &&value() && requires(!std::is_void_v<T>) { return std::get<0>(std::move(m_state)); }
    const Stored &operator*() const &requires(!std::is_void_v<T>) { return value(); }
    Stored &operator*() & requires(!std::is_void_v<T>) { return value(); }
    const Stored *operator->() const requires(!std::is_void_v<T>) { return &value(); }
    Stored *operator->() requires(!std::is_void_v<T>) { return &value(); }

    const E &error() const { return std::get<1>(m_state); }
    /// The error, ready to be returned from a function with another value type.
    Fail<E> failure() const { return Fail<E>{error()}; }

    /// Calls `f` with the value and hands on its Result; an error passes through.
    template <class F>
    auto andThen(F &&f) const &
    {
        if constexpr (std::is_void_v<T>) {
            using R = std::invoke_result_t<F>;
            return ok() ? std::forward<F>(f)() : R(failure());
        } else {
            using R = std::invoke_result_t<F, const Stored &>;
            return ok() ? std::forward<F>(f)(value()) : R(failure());
        }
    }
    /// Maps the value, keeps an error.
    template <class F>
    auto map(F &&f) const &
    {
        using R = std::invoke_result_t<F, const Stored &>;
        return ok() ? Result<R, E>(std::forward<F>(f)(value())) : Result<R, E>(failure());
    }

private:
    std::variant<Stored, E> m_state;
};

} // namespace kessai
