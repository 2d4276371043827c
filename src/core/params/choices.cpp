#include "core/params/choices.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

namespace undock {

Result<GatewayMode> parseGatewayMode(QStringView text)
{
    for (const GatewayMode mode : { GatewayMode::Local, GatewayMode::Remote }) {
        if (text == nameOf(mode))
            return mode;
    }
    return grammar::refuse(
        "bad-gateway-mode", nameOf(Field::GatewayMode), phrase("bad-gateway-mode"), phrase("cure-gateway-mode"));
}

QString nameOf(GatewayMode mode)
{
    return mode == GatewayMode::Local ? QStringLiteral("local") : QStringLiteral("remote");
}

Result<Order> parseOrder(QStringView text)
{
    for (const Order order : { Order::Procedure, Order::Early }) {
        if (text == nameOf(order))
            return order;
    }
    return grammar::refuse("bad-order", nameOf(Field::Order), phrase("bad-order"), phrase("cure-order"));
}

QString nameOf(Order order)
{
    return order == Order::Procedure ? QStringLiteral("procedure") : QStringLiteral("early");
}

} // namespace undock
