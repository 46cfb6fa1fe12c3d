for epoch in range({EPOCHS}):
    optimiser.zero_grad()
    loss = program()[output]
    if not torch.isfinite(loss):
        raise SystemExit(f"epoch {epoch + 1}: the loss is not finite")
    loss.backward()
{BEFORE}
    optimiser.step()
    print(json.dumps({"epoch": epoch + 1, "loss": loss.item()}))
