for epoch in range({EPOCHS}):
    optimiser.zero_grad()
    loss = program()[output]
    loss.backward()
{BEFORE}
    optimiser.step()
    print(json.dumps({"epoch": epoch + 1, "loss": loss.item()}))
